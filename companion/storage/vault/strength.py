"""How hard a passphrase is to guess, by an estimator that knows what people choose."""

from __future__ import annotations

import unicodedata

LONGEST = 100
"""The most characters that are looked at: the estimator takes long over long texts."""
_NEARBY = ["companion", "notebook", "therapy", "therapist", "session"]
# Words that are close at hand while one is chosen.


class ZxcvbnJudge:
    """Judges passphrases with zxcvbn, which is imported at the first question (60 ms)."""

    def strength(self, passphrase: str) -> int:
        """From 0 (guessed at once) to 4 (out of reach)."""
        looked_at = unicodedata.normalize("NFC", passphrase)[:LONGEST]
        if not looked_at.strip():
            return 0
        from zxcvbn import zxcvbn

        return int(zxcvbn(looked_at, user_inputs=_NEARBY, max_length=LONGEST)["score"])
