"""The small ways in which a module may be made wrong, one at a time, as changes of its text."""

from __future__ import annotations

import ast
import copy
import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OTHER_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OTHER_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_REMOVABLE = (ast.AugAssign, ast.Delete, ast.Raise, ast.Continue, ast.Break)


@dataclass(frozen=True)
class Mutant:
    """One module with one thing in it made wrong."""

    file: str
    """The module, from the root of the sources."""
    within: str
    """The function or class it happens in; empty: none."""
    source: str
    """The whole text."""
    diff: tuple[str, ...]
    """The lines that differ, as `-` and `+`."""

    @property
    def name(self) -> str:
        """What it is known by: the lines that differ, and the function they are in."""
        return f"{self.within}: {' '.join(line[0] + line[1:].strip() for line in self.diff)}"


def mutants_of(file: str, source: str) -> list[Mutant]:
    """All that one step can make wrong in a module, from its first line to its last."""
    raw, walk = source.encode(), _Walk()
    walk.visit(ast.parse(source))
    starts = [0]
    for line in raw.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for within, node, text in walk.found:
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        changed = (raw[:begin] + text.encode() + raw[end:]).decode()
        found.append(Mutant(file, within, changed, tuple(_differing(source, changed))))
    return found


def _differing(before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return (line for line in lines if line[:3] not in {"---", "+++"} and not line.startswith("@"))


class _Walk(ast.NodeVisitor):
    """Gathers changes. What is only for readers and checkers of types stays as it is."""

    def __init__(self) -> None:
        self.found: list[tuple[str, ast.expr | ast.stmt, str]] = []
        self._within: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._inside(node.name, node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)
        self._inside(node.name, node.body)
        for one in node.body[:-1]:
            if isinstance(one, ast.Return):
                self._remove(one)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave it: where its parts stand is told wrongly before Python 3.12."""

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self._negate(node.test)
        for body in (node.body, node.orelse):
            for one in body:
                if isinstance(one, ast.Return):
                    self._remove(one)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for one in node.ifs:
            self._put(one, "True")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            self._remove(node)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for place, operator in enumerate(node.ops):
            for other in _OTHER_COMPARISONS[type(operator)]:
                ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                self._put(node, _with(node, ops=ops))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self._put(node, _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And()))
        for place in range(len(node.values)):
            rest = [*node.values[:place], *node.values[place + 1 :]]
            self._put(node, _with(node, values=rest))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in _OTHER_SUMS and not _is_of_text(node):
            self._put(node, _with(node, op=_OTHER_SUMS[type(node.op)]()))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._put(node, f"({ast.unparse(node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._put(node, str(not node.value))
        elif isinstance(node.value, int | float):
            self._put(node, str(node.value + 1))
            self._put(node, f"({node.value - 1})" if node.value < 1 else str(node.value - 1))

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, _REMOVABLE):
            self._remove(node)
        super().generic_visit(node)

    def _inside(self, name: str, body: Sequence[ast.stmt]) -> None:
        self._within.append(name)
        for one in body:
            self.visit(one)
        self._within.pop()

    def _negate(self, test: ast.expr) -> None:
        # Of a bare comparison or `not` the opposite is made elsewhere.
        if not isinstance(test, ast.Compare | ast.UnaryOp):
            self._put(test, f"(not ({ast.unparse(test)}))")

    def _remove(self, node: ast.stmt) -> None:
        self._put(node, "pass")

    def _put(self, node: ast.expr | ast.stmt, text: str) -> None:
        self.found.append((".".join(self._within), node, text))


def _with(node: ast.expr, **changes: object) -> str:
    other = copy.copy(node)
    for field, value in changes.items():
        setattr(other, field, value)
    return f"({ast.unparse(other)})"


def _is_of_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(isinstance(one, ast.JoinedStr) or _is_words(one) for one in sides)


def _is_words(one: ast.expr) -> bool:
    return isinstance(one, ast.Constant) and isinstance(one.value, str | bytes)
