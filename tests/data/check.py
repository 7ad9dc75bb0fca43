"""Checks the open data of a built site: tests/data/check.py FOLDER

The linked data is read with rdflib, apart from the program that wrote it, and held
against the mandatory properties of CPSV-AP 3.2. The tables are read the way a
spreadsheet reads them.
"""

import csv
import json
import re
import sys
from pathlib import Path

import rdflib

CPSV = rdflib.Namespace("http://purl.org/vocab/cpsv#")
CV = rdflib.Namespace("http://data.europa.eu/m8g/")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
ELI = rdflib.Namespace("http://data.europa.eu/eli/ontology#")
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")

# What the shapes of the profile's release demand at least once.
MANDATORY = {
    CPSV.PublicService: [DCT.identifier, DCT.title, DCT.description, CV.hasCompetentAuthority],
    CV.PublicOrganisation: [DCT.identifier, SKOS.prefLabel, DCT.spatial],
    CV.Channel: [DCT.identifier],
    CV.Cost: [DCT.identifier],
    CV.Evidence: [DCT.identifier, DCT.title],
    CV.Output: [DCT.identifier, DCT.title],
    CV.ContactPoint: [],
    ELI.LegalResource: [],
}

# What a property leads to.
RANGES = {
    CV.hasCompetentAuthority: CV.PublicOrganisation,
    CV.hasChannel: CV.Channel,
    CV.hasCost: CV.Cost,
    CV.hasLegalResource: ELI.LegalResource,
    CV.contactPoint: CV.ContactPoint,
    CPSV.hasInput: CV.Evidence,
    CPSV.produces: CV.Output,
}

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def linked_data(folder, catalogue):
    graph = rdflib.Graph()
    graph.parse(folder / "cpsv-ap.jsonld", format="json-ld", publicID="https://qyzmet.example/data/cpsv-ap.jsonld")
    for kind, properties in MANDATORY.items():
        nodes = set(graph.subjects(rdflib.RDF.type, kind))
        if not nodes and kind != CV.ContactPoint:
            yield f"there is no {kind}"
        for node in nodes:
            for needed in properties:
                if not any(graph.objects(node, needed)):
                    yield f"{node} has no {needed}"
    for link, kind in RANGES.items():
        for node, target in graph.subject_objects(link):
            if (target, rdflib.RDF.type, kind) not in graph:
                yield f"{link} of {node} leads to {target}, which is no {kind}"
    services = len(set(graph.subjects(rdflib.RDF.type, CPSV.PublicService)))
    if services != len(catalogue["services"]):
        yield f"{services} services in the graph, {len(catalogue['services'])} in the catalogue"
    for service in graph.subjects(rdflib.RDF.type, CPSV.PublicService):
        languages = {one.language for one in graph.objects(service, DCT.description)}
        if languages != {"kk", "ru"}:
            yield f"{service} is described in {languages}"


def tables(folder, catalogue):
    papers = sum(len(service["documents"]) for service in catalogue["services"])
    counts = {name: len(catalogue[name]) for name in ("acts", "services", "offices")}
    for name, count in {**counts, "documents": papers}.items():
        data = (folder / f"{name}.csv").read_bytes()
        if not data.startswith(b"\xef\xbb\xbf"):
            yield f"{name}.csv has no byte order mark"
        rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
        if len(rows) != count:
            yield f"{name}.csv has {len(rows)} rows for {count} entries"
        if any(None in row or None in row.values() for row in rows):
            yield f"{name}.csv has rows of different lengths"
    rows = csv.DictReader((folder / "services.csv").read_text("utf-8-sig").splitlines())
    titles = {row["id"]: row["title_kk"] for row in rows}
    for service in catalogue["services"]:
        title = service["titles"].get("kk", {}).get("text", "")
        if titles[service["id"]] != title:
            yield f"the title of {service['id']} is another one in the table"


def in_pages(site):
    for page in sorted(site.glob("*/services/*/*/index.html")):
        found = LINKED.findall(page.read_text())
        if len(found) != 1:
            yield f"{page} has {len(found)} pieces of linked data"
            continue
        data = json.loads(found[0])
        act = data.get("subjectOf", {})
        force = act.get("legislationLegalForce", "")
        if data["@type"] != "GovernmentService" or not data["name"] or not data["url"]:
            yield f"{page} describes no service"
        if act.get("@type") != "Legislation" or not re.fullmatch(r"https://schema.org/(Not)?InForce", force):
            yield f"{page} does not say whether its act is in force"
    for page in sorted(site.glob("*/offices/**/index.html")):
        for data in map(json.loads, LINKED.findall(page.read_text())):
            if data["@type"] != "GovernmentOffice" or not data["name"]:
                yield f"{page} describes no office"
            for hours in data.get("openingHoursSpecification", []):
                if hours["@type"] != "OpeningHoursSpecification" or not hours["opens"] < hours["closes"]:
                    yield f"{page} has hours that are none"


def main():
    site = Path(sys.argv[1])
    catalogue = json.loads((site / "data/catalogue.json").read_text())
    wrong = [
        *linked_data(site / "data", catalogue),
        *tables(site / "data", catalogue),
        *in_pages(site),
    ]
    print(*wrong[:20], sep="\n")
    if wrong:
        sys.exit(f"{len(wrong)} mistakes in the open data")
    print("the open data is sound")


main()
