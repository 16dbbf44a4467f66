"""Describes ours, and a bare Kestrel that serves copies of our pages, to the side-by-side bench: bench/target.py TARGETS-FOLDER."""
import json
import os
import sys

from newsroom import FOLDER, PORT, ROOT, lead_form, prepare, serving

seeded = prepare()
data = os.path.join(FOLDER, "data-site")
ours, bare = ("http://127.0.0.1:%d" % (PORT + offset) for offset in (90, 91))
paths = {"article": seeded["lead"]["path"], "front": "/en/", "section": "/en/world/", "rss": "/en/feed.xml", "search": "/en/search?q={term}"}
copied = [paths[page] for page in ("article", "front", "section", "rss")]

form = dict(lead_form(), headline="Lead: changed {marker}")
with open(os.path.join(data, "edit.json"), "w", encoding="utf-8") as out:
    json.dump(form, out)
with open(os.path.join(data, "edit.revision"), "w", encoding="utf-8") as out:
    out.write("1")

targets = {
    "ours": {
        "note": "SQLite, plates in memory",
        "base": ours,
        "paths": paths,
        "start": serving(data, PORT + 90),
        "comment": {
            "path": seeded["other"]["path"] + "/comments",
            "type": "application/x-www-form-urlencoded",
            "body": "name=Reader&text=A+bench+comment+numbered+{n}",
        },
        "edit_cmd": "%s %s %d %s" % (os.path.join(ROOT, "bench", "edit"), data, seeded["lead"]["id"], seeded["token"]),
    },
    "bare": {
        "note": "one endpoint a page, our bytes from memory",
        "base": bare,
        "paths": {page: path for page, path in paths.items() if path in copied},
        "cold_runs": 0,
        "start": ["dotnet", os.path.join(FOLDER, "bare", "bare.dll"), "--urls", bare, "--like", ours, "--pages", ",".join(copied)],
    },
}
for name, target in targets.items():
    with open(os.path.join(sys.argv[1], name + ".json"), "w", encoding="utf-8") as out:
        json.dump(target, out, indent=1)
