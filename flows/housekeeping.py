"""The old name of `flows/checks/`: a flow that can be read but does not hold together."""

from flows.checks import flow_issues, flow_warnings

__all__ = ["flow_issues", "flow_warnings"]
