"""What a row's decision asks to be put in place of its text."""

from __future__ import annotations

from audit.finding import FINGERPRINT
from audit.renderers.worksheet import DELETE
from audit.review.row import Row


def unclear(row: Row) -> str | None:
    """Why a row's decision cannot be followed, if it cannot, whatever the article says."""
    edit, suggestion = row.edit.strip(), row.suggestion.strip()
    if not row.decision:
        return "the cell edit is filled, but not the decision – write edit there" if edit else None
    if row.decision == "accept" and edit and edit != suggestion:
        return "accepts the suggestion, but the cell edit says otherwise – decide edit, or empty the cell"
    if row.decision == "accept" and not suggestion:
        return "there is no suggestion to accept – decide edit and write what should stand there"
    if row.decision == "edit" and not edit:
        return f"the cell edit is empty – write what should stand there, or {DELETE} to take the text out"
    if row.decision == "reject" and not FINGERPRINT.fullmatch(row.fingerprint):
        return "its fingerprint was changed, so that it could not be known again – take the row from a new worksheet"
    return None


def replacement(row: Row) -> str | None:
    """What an accepted or edited row puts in place of its text, empty where that goes; None where nothing changes."""
    if row.decision not in ("accept", "edit"):
        return None
    wording = row.suggestion if row.decision == "accept" else row.edit
    return "" if wording.strip().casefold() == DELETE else wording
