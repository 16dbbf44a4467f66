#!/usr/bin/env python3
"""Writes the stories of the side-by-side bench as forms that our desk takes: stories.jsonl (oldest first), comments.jsonl, lead.png.

  bench/corpus.py FOLDER [STORIES]        the bench is found in ../shared/bench or where MANSET_SHARED says
"""
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get("MANSET_SHARED") or os.path.join(ROOT, "..", "shared")
sys.path.insert(0, os.path.join(SHARED, "bench"))
sys.dont_write_bytecode = True
from lib import content  # noqa: E402

# Two of the bench's eight sections are called otherwise in our paper.
SECTIONS = {"business": "economy", "technology": "turkey"}
PICTURE = {"alt": "Generated illustration", "caption": "Generated illustration", "credit": "The bench"}


def form(article):
    section = content.SECTIONS[article["section"]]
    return {
        "edition": "en",
        "section": SECTIONS.get(section, section),
        "headline": article["title"],
        "standfirst": article["dek"],
        "body": "".join("<p>%s</p>" % paragraph for paragraph in article["body"]),
        "byline": content.AUTHORS[article["author"]],
        "tags": [content.TAGS[tag] for tag in article["tags"]],
        "picture": dict(PICTURE, id=0) if article["i"] == 0 else None,
    }


def main(folder, stories=1000):
    corpus = content.Corpus()
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "stories.jsonl"), "w", encoding="utf-8") as out:
        for n in range(stories - 1, -1, -1):
            article = corpus.article(n)
            out.write(json.dumps({"published": article["published"].isoformat(), "form": form(article)}) + "\n")
    with open(os.path.join(folder, "comments.jsonl"), "w", encoding="utf-8") as out:
        for comment in corpus.comments():
            out.write(json.dumps({"at": comment["at"].isoformat(), "name": comment["author"], "text": comment["text"]}) + "\n")
    with open(os.path.join(folder, "lead.png"), "wb") as out:
        out.write(content.png())


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
