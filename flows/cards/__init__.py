"""The card for the crew: what it says, as text and as a code."""
