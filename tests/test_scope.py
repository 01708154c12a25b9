import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.errors import Invalid
from electlaw.scope import derived, scope


def test_upper_edges_belong_to_the_lower_bracket() -> None:
    low, high = scope("electorate<=2000000"), scope("electorate>2000000")
    assert low.fits({"electorate": 2_000_000}) is True
    assert high.fits({"electorate": 2_000_000}) is False
    assert high.fits({"electorate": 2_000_001}) is True


@given(st.integers(0, 20_000_000))
def test_brackets_neither_overlap_nor_leave_a_hole(electorate: int) -> None:
    brackets = [
        scope("electorate<=2000000"),
        scope("electorate>2000000; electorate<=6000000"),
        scope("electorate>6000000; electorate<=12000000"),
        scope("electorate>12000000"),
    ]
    assert sum(bracket.fits({"electorate": electorate}) is True for bracket in brackets) == 1


def test_a_region_stands_for_everything_within_it() -> None:
    aceh = scope("region=11")
    assert aceh.fits({"region": "11.01"}) is True
    assert aceh.fits({"region": "11"}) is True
    assert aceh.fits({"region": "1"}) is False
    assert scope("region=11.01").fits({"region": "11"}) is False
    assert scope("region!=11").fits({"region": "11.01"}) is False


def test_what_the_subject_does_not_say_is_open() -> None:
    both = scope("office=governor; electorate>2000000")
    assert both.fits({}) is None
    assert both.fits({"office": "regent"}) is False
    assert both.fits({"office": "governor"}) is None
    assert both.missing({"office": "governor"}) == ("electorate",)


def test_what_follows_from_an_event() -> None:
    assert derived({"event": "pilkada-2024"}) == {"event": "pilkada-2024", "kind": "pilkada", "cycle": 2024}


@pytest.mark.parametrize("text", ["office", "office=", "=governor", "electorate<many", "a=b; ", "Office=governor"])
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(Invalid):
        scope(text)


names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
words = st.from_regex(r"[a-z0-9.-]{1,8}", fullmatch=True)
equal = st.builds(
    lambda n, o, v: f"{n}{o}{'|'.join(v)}", names, st.sampled_from(["=", "!="]), st.lists(words, min_size=1)
)
bound = st.builds(lambda n, o, v: f"{n}{o}{v}", names, st.sampled_from(["<", "<=", ">", ">="]), st.integers(0, 10**9))


@given(st.lists(st.one_of(equal, bound), min_size=1, max_size=4))
def test_conditions_round_trip(parts: list[str]) -> None:
    text = "; ".join(parts)
    assert str(scope(text)) == text


@given(
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from(["<", "<=", ">", ">="]),
    st.sampled_from(["<", "<=", ">", ">="]),
)
def test_scopes_apart_share_no_subject(one: int, two: int, electorate: int, first: str, second: str) -> None:
    left, right = scope(f"electorate{first}{one}"), scope(f"electorate{second}{two}")
    if left.fits({"electorate": electorate}) and right.fits({"electorate": electorate}):
        assert not left.apart_from(right)
    if left.apart_from(right):
        assert right.apart_from(left)


def test_brackets_imply_what_they_narrow() -> None:
    narrow = scope("office=governor; electorate<=2000000")
    assert narrow.implies(scope("office=governor"))
    assert narrow.implies(scope(""))
    assert not scope("office=governor").implies(narrow)
    assert narrow.apart_from(scope("office=regent|mayor"))
    assert narrow.apart_from(scope("office=governor; electorate>2000000"))
    assert not narrow.apart_from(scope("electorate>1000000; electorate<=6000000"))
    assert scope("region!=11").apart_from(scope("region=11"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("region=74", "region=74.05", False),  # a province holds its regencies, whichever is named first
        ("region=74.05", "region=74", False),
        ("region=91|92", "region=74", True),
        ("office=governor|regent", "office=mayor", True),
        ("office=governor|regent", "office=regent|mayor", False),
        ("office=governor", "region=74", False),
        ("electorate<=2000000", "electorate>2000000", True),
        ("electorate<=2000000", "electorate>=2000000", False),
        ("event=pilkada-2015", "event!=pilkada-2015", True),
        ("event=pilkada-2020", "event!=pilkada-2015", False),
    ],
)
def test_scopes_that_nobody_meets_both(one: str, other: str, apart: bool) -> None:
    assert scope(one).apart_from(scope(other)) is scope(other).apart_from(scope(one)) is apart


@pytest.mark.parametrize("text", ["", "region=74", "office=governor; electorate<=2000000"])
def test_a_scope_shows_itself_as_it_is_written(text: str) -> None:
    assert eval(repr(scope(text)), {"scope": scope}) == scope(text)
