"""The finite-state machine of a flow: one for all chats, which are moved through it and never registered with it."""

from functools import partial

from transitions import EventData, Machine

from flows.definition import Flow
from flows.relevance import Outlook

DONE = "done"


class Cursor:
    """A finger on the flow for one move: where it is, and the outlook that says where it may go."""

    def __init__(self, state: str, outlook: Outlook) -> None:
        """Stand at a state."""
        self.state = state
        self.outlook = outlook


class FlowMachine:
    """The states and moves of a flow.

    From every state the moves are tried in the order of the flow; the first whose node is still needed is taken, and
    when none is, the talk is done.
    """

    def __init__(self, flow: Flow) -> None:
        """Build the machine once."""
        self._first = flow.nodes[0].id
        states = [*(node.id for node in flow.nodes), DONE]
        self._machine = Machine(model=None, states=states, initial=self._first, auto_transitions=False, send_event=True)
        for node in flow.nodes:
            self._machine.add_transition("move", "*", node.id, conditions=[partial(_needs, node.id)])
        self._machine.add_transition("move", "*", DONE)

    def place(self, outlook: Outlook) -> str:
        """The node the talk is at, or DONE."""
        cursor = Cursor(self._first, outlook)
        self._machine.events["move"].trigger(cursor)
        return cursor.state


def _needs(ident: str, event: EventData) -> bool:
    cursor = event.model
    return isinstance(cursor, Cursor) and cursor.outlook.needs(cursor.outlook.node(ident))
