"""Whether the fault was stated plainly where it was ours."""

from scorecard.model.transparency import Fact
from tests.score.company import incident, indicator, three

ID = "fault-stated"


def test_only_our_own_and_suppliers_faults_are_asked_for() -> None:
    """Two owned, a supplier's not owned, a storm left out."""
    cases = [
        *three()[:2],
        incident("supplier", fault="supplier", acknowledged=None),
        incident("storm", fault="nature", acknowledged=None),
    ]
    assert indicator(ID, cases).fact == Fact(ID, 2, 3, "fault owned")


def test_an_own_fault_does_not_weigh_double_here() -> None:
    """In owning and explaining every incident of a class weighs the same."""
    found = indicator(ID, [incident("ours", acknowledged=None), incident("theirs", fault="supplier")])
    assert found.value == 50
