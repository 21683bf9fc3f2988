"""A plugin for mypy: floats are not added up by the builtin `sum`, nor raised to a power by `**`.

What the first makes of them depends on the Python, and the second on the machine's C library. The rule is in
`docs/decisions/reproducible.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mypy.errorcodes import ErrorCode
from mypy.nodes import GeneratorExpr
from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.types import Instance, Type, UnionType, get_proper_type

PORTABLE = ErrorCode("portable-float", "Arithmetic that is not the same everywhere", "plangen")
_SUM = "the sum of floats differs from Python to Python: use plangen.document.lengths.total"
_POWER = "a power of floats differs from machine to machine: multiply"


class PortableFloats(Plugin):
    """Looks at each call of `sum` and at each `**` of a float."""

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        return _refuse_sum_of_floats if fullname == "builtins.sum" else None

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        return _refuse_power if fullname in ("builtins.float.__pow__", "builtins.float.__rpow__") else None


def _refuse_sum_of_floats(call: FunctionContext) -> Type:
    if any(_holds_floats(added) for added in _added(call)):
        call.api.fail(_SUM, call.context, code=PORTABLE)
    return call.default_return_type


def _refuse_power(call: MethodContext) -> Type:
    call.api.fail(_POWER, call.context, code=PORTABLE)
    return call.default_return_type


def _added(call: FunctionContext) -> Iterator[Type]:
    """The types of what is added up; of a generator its items' as they are, not as an overload would have them."""
    for argument, types in zip(call.args, call.arg_types, strict=True):
        for expression, known in zip(argument, types, strict=True):
            written = isinstance(expression, GeneratorExpr)
            yield call.api.get_expression_type(expression.left_expr) if written else known


def _holds_floats(added: Type) -> bool:
    """Whether a type is float, a union with it, or an iterable of it."""
    match get_proper_type(added):
        case Instance(type=known, args=args):
            return known.fullname == "builtins.float" or any(map(_holds_floats, args))
        case UnionType(items=items):
            return any(map(_holds_floats, items))
    return False


def plugin(version: str) -> type[Plugin]:
    """What mypy asks a plugin's module for."""
    return PortableFloats
