"""What the tests share: fakes of all ports, and builders of fictional people's notebooks."""
