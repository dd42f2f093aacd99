"""FollowTheMoney, JSON-LD, GraphML, PLOVER: accepted by the libraries of their formats, with what the record tells."""

import json

import msgspec
import networkx as nx
import pytest
from followthemoney import model
from pyld import jsonld as processor
from rdflib import SDO, Graph, Literal, URIRef

from nlp import schema
from nlp.entities.keys import entity_keys
from nlp.output.exports import followthemoney, graphml, jsonld, plover
from nlp.output.exports.names import digest
from tests.output.sample import EMPTY, EVENTS, MINISTRY, RECORD

KEYS = entity_keys(RECORD)
OLD = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
"""rdflib warns of its own code."""


def signed():
    """The sample with a signatory who holds a post at a party."""
    (orlova, drozd) = RECORD.people
    post = schema.Position("министр", "o1", "2024", None, "m4")
    event = msgspec.structs.replace(
        EVENTS[2], arguments=(*EVENTS[2].arguments, schema.Argument("signatory", "m15", "p1", orlova.name))
    )
    people = (msgspec.structs.replace(orlova, positions=(post,)), drozd)
    return msgspec.structs.replace(RECORD, people=people, events=(*EVENTS[:2], event, EVENTS[3]))


def lines(writer, records, path):
    writer.write(iter(records), path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def entities(tmp_path):
    return lines(followthemoney, [signed(), EMPTY], tmp_path / "a.ftm.json")


def test_followthemoney_accepts_every_entity(entities):
    for each in entities:
        model.get(each["schema"]).validate(each)
        proxy = model.get_proxy(each, cleaned=False)
        taken = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert taken == {name: values for name, values in each["properties"].items() if known(each, name)}


def known(entity, name):
    """Relations have a `proof` since version 4 of the format; the library before it passes it over."""
    return model.get(entity["schema"]).get(name) is not None or name != "proof"


def test_every_reference_leads_to_an_entity_of_the_right_schema(entities):
    schemata = {each["id"]: model.get(each["schema"]) for each in entities}
    for each in entities:
        for name, values in each["properties"].items():
            wanted = schemata[each["id"]].get(name).range if known(each, name) else model.get("Document")
            for value in values if wanted else ():
                assert schemata[value].is_a(wanted), (each["schema"], name)


def test_ids_are_made_of_the_archives_keys(entities):
    (person,) = [each for each in entities if each["properties"].get("name") == ["Анна Орлова"]]
    assert person["id"] == f"letopis-{digest(KEYS['p1'])}"
    assert person["schema"] == "Person"
    assert person["properties"]["proof"] == [f"letopis-document-{RECORD.id}"]


@pytest.mark.parametrize(
    ("kind", "number"),
    [("Article", 2), ("Person", 2), ("PublicBody", 2), ("Company", 1), ("Address", 1), ("Contract", 1), ("Event", 3),
     ("Employment", 2), ("Representation", 1), ("UnknownLink", 2)],
)  # fmt: skip
def test_what_there_is(entities, kind, number):
    assert sum(each["schema"] == kind for each in entities) == number


def test_who_signs_for_whom(entities):
    (agent,) = [each["properties"] for each in entities if each["schema"] == "Representation"]
    names = {each["id"]: each["properties"].get("name") for each in entities}
    assert (names[agent["agent"][0]], names[agent["client"][0]]) == (["Анна Орлова"], [MINISTRY])
    assert (agent["role"], agent["date"]) == (["министр"], ["2025-06-16"])


def test_what_did_not_happen_says_so(entities):
    names = [each["properties"]["name"][0] for each in entities if each["schema"] == "Event"]
    assert "Визит: Анна Орлова, Казань (планируется)" in names


def relation(kind, phase, roles, status="actual"):
    """The relations that one event states."""
    arguments = tuple(schema.Argument(role, "m1", entity, entity) for role, entity in roles.items())
    event = msgspec.structs.replace(EVENTS[0], type=kind, phase=phase, arguments=arguments, status=status)
    record = msgspec.structs.replace(RECORD, events=(event,), people=(), agreements=())
    record = msgspec.structs.replace(record, people=RECORD.people)
    found = list(followthemoney.entities(record))
    for each in found:
        model.get(each["schema"]).validate(each)
    return {each["schema"] for each in found} - {"Article", "Person", "PublicBody", "Company", "Event", "Address"}


@pytest.mark.parametrize(
    ("kind", "phase", "roles", "wanted"),
    [
        ("membership", "join", {"member": "o2", "organisation": "o1"}, {"Employment", "Membership"}),
        ("membership", "leave", {"member": "o2", "organisation": "o1"}, {"Employment", "Membership"}),
        ("ownership", None, {"owner": "o1", "asset": "o2"}, {"Employment", "Ownership"}),
        ("ownership", None, {"owner": "o2", "asset": "o1"}, {"Employment", "UnknownLink"}),
        ("deal", "loan", {"lender": "o1", "borrower": "o2"}, {"Employment", "Debt"}),
        ("deal", "supply", {"supplier": "o1", "customer": "o2"}, {"Employment"}),
    ],
)
def test_what_events_state(kind, phase, roles, wanted):
    assert relation(kind, phase, roles) == wanted
    assert relation(kind, phase, roles, "planned") == {"Employment"}


@pytest.fixture
def graph(tmp_path):
    jsonld.write(iter([signed(), EMPTY]), tmp_path / "a.jsonld")
    return json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))


def test_json_ld_is_expanded_without_a_network(graph):
    def refuse(*_):
        raise AssertionError("a context was fetched")

    expanded = processor.expand(graph, {"documentLoader": refuse})
    types = {kind.removeprefix("https://schema.org/") for node in expanded for kind in node["@type"]}
    assert types >= {
        "NewsArticle",
        "Person",
        "GovernmentOrganization",
        "Corporation",
        "City",
        "CreativeWork",
        "TravelAction",
    }


@OLD
def test_every_word_is_one_of_schema_org(graph):
    triples = Graph().parse(data=json.dumps(graph), format="json-ld")
    used = {*triples.predicates(), *(each for each in triples.objects() if isinstance(each, URIRef))}
    words = {each.rpartition("/")[2] for each in used if each.startswith("https://schema.org/")}
    assert words >= {"worksFor", "roleName", "attendee", "toLocation", "CompletedActionStatus"}
    assert [word for word in words if word not in SDO] == []


@OLD
def test_the_graph_answers(graph):
    triples = Graph().parse(data=json.dumps(graph), format="json-ld")
    who = triples.value(predicate=SDO.name, object=Literal("Анна Орлова"))
    role = triples.value(who, SDO.worksFor)
    assert triples.value(role, SDO.roleName) == Literal("министр")
    assert triples.value(triples.value(role, SDO.worksFor), SDO.name) == Literal(MINISTRY)


def test_a_type_of_ones_own_is_an_action(tmp_path):
    event = msgspec.structs.replace(EVENTS[1], type="plant_opening", status="negated")
    nodes = jsonld.nodes(msgspec.structs.replace(RECORD, events=(event,)))
    node = next(each for each in nodes if "Action" in each["@type"])
    assert (node["@type"], node["actionStatus"]) == ("Action", "https://schema.org/FailedActionStatus")
    assert len(node["participant"]) == 2


def opened(tmp_path, *records):
    graphml.write(iter(records), tmp_path / "a.graphml")
    return nx.read_graphml(tmp_path / "a.graphml")


def ties(graph):
    return graph.edges(data=True)


def test_networkx_opens_the_graph(tmp_path):
    found = opened(tmp_path, RECORD, EMPTY)
    named = {
        frozenset((found.nodes[one]["label"], found.nodes[other]["label"])): told for one, other, told in ties(found)
    }
    met = named[frozenset(("Илья Дрозд", "Анна Орлова"))]
    assert (met["type"], met["weight"], met["first"]) == ("meeting", 1, "2025-06-16")
    assert {told["type"] for told in named.values()} == {"meeting", "agreement"}
    assert found.nodes[KEYS["p1"]]["kind"] == "person"


def test_several_documents_make_one_tie(tmp_path):
    later = msgspec.structs.replace(
        RECORD, source="б.md", events=(msgspec.structs.replace(EVENTS[1], date=schema.EventDate("2025-08", None)),)
    )
    found = opened(tmp_path, RECORD, later)
    (met,) = [told for _, _, told in found.edges(data=True) if told["type"] == "meeting"]
    assert (met["weight"], met["first"], met["last"]) == (2, "2025-06-16", "2025-08-01")
    assert met["sources"] == "паромы.md; б.md"


def test_a_visit_leads_to_its_host(tmp_path):
    visit = msgspec.structs.replace(EVENTS[3], status="actual")
    found = opened(tmp_path, msgspec.structs.replace(RECORD, events=(visit,)))
    assert list(found.edges()) == [(KEYS["p1"], KEYS["l3"])]


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (0, ("SUPPORT", [], "VERBAL COOPERATION", [], 2, 0)),
        (1, ("CONSULT", [], "VERBAL COOPERATION", [], 2, 0)),
        (2, ("AGREE", [], "VERBAL COOPERATION", ["future"], 1, 1)),
    ],
)
def test_plover(tmp_path, place, wanted):
    event = lines(plover, [RECORD], tmp_path / "a.jsonl")[place]
    told = [event[name] for name in ("event_type", "event_mode", "quad_category", "contexts")]
    assert (*told, len(event["actor"]), len(event["recipient"])) == wanted


@pytest.mark.parametrize(
    ("kind", "phase", "roles", "status", "wanted"),
    [
        ("visit", None, ("visitor",), "actual", ("CONSULT", ["visit"])),
        ("meeting", "call", ("participant",), "actual", ("CONSULT", ["phone"])),
        ("agreement", "terminated", ("party",), "actual", ("SANCTION", ["discontinue"])),
        ("dismissal", None, ("person",), "actual", ("RETREAT", ["resign"])),
        ("dismissal", None, ("person", "dismisser"), "actual", (None, [])),
        ("membership", "leave", ("member",), "planned", ("SANCTION", ["withdraw"])),
        ("sanction", "lifted", ("imposer",), "actual", ("CONCEDE", [])),
        ("award", None, ("recipient",), "actual", (None, [])),
        ("plant_opening", None, ("who",), "actual", (None, [])),
    ],
)
def test_plover_cases(kind, phase, roles, status, wanted):
    arguments = tuple(schema.Argument(role, "m5", "p1", "Анна Орлова") for role in roles)
    event = msgspec.structs.replace(EVENTS[1], type=kind, phase=phase, arguments=arguments, status=status)
    (found,) = plover.events(msgspec.structs.replace(RECORD, events=(event,)))
    assert (found["event_type"], found["event_mode"]) == wanted


def test_plover_tells_what_it_has_no_place_for(tmp_path):
    award = msgspec.structs.replace(EVENTS[1], type="award")
    told = plover.write([msgspec.structs.replace(RECORD, events=(award,))], tmp_path / "a.jsonl")
    assert told == ["plover: no category for award 1; their event_type is null"]
    assert plover.write([RECORD], tmp_path / "b.jsonl") == []


def test_the_codebook_speaks_of_its_own_categories():
    book = plover.codebook()
    assert {case.event for case in book.case} <= set(book.quad)
