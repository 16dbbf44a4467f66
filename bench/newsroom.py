"""A seeded newsroom that is started, pinned and stopped as the side-by-side bench does it; bench/prepare made it."""
import http.client
import json
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get("MANSET_SHARED") or os.path.join(ROOT, "..", "shared")
FOLDER = os.environ.get("MANSET_BENCH") or os.path.join(ROOT, "artifacts", "bench")
PORT = int(os.environ.get("BENCH_PORT", "18100"))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(SHARED, "bench"))
from lib import load, proc  # noqa: E402

PROGRAM = ["dotnet", os.path.join(FOLDER, "manset", "manset.dll")]
SECTIONS = ["world", "politics", "economy", "turkey", "science", "health", "sport", "culture"]


def prepare():
    if not os.path.exists(os.path.join(FOLDER, "seeded.json")):
        subprocess.run([os.path.join(ROOT, "bench", "prepare"), FOLDER], check=True, stdout=sys.stderr)
    with open(os.path.join(FOLDER, "seeded.json"), encoding="utf-8") as seeded:
        return json.load(seeded)


def fresh(name):
    """A folder of its own beside the seeded one."""
    path = os.path.join(FOLDER, name)
    shutil.rmtree(path, ignore_errors=True)
    return path


def serving(data, port):
    return PROGRAM + ["serve", "--data", data, "--urls", "http://127.0.0.1:%d" % port]


class Newsroom:
    """Serves a copy of the seeded folder, so that every measure begins with the same stories."""

    def __init__(self, port=PORT):
        self.seeded = prepare()
        self.port, self.base = port, "http://127.0.0.1:%d" % port
        self.data = fresh("data-%d" % port)
        shutil.copytree(os.path.join(FOLDER, "data"), self.data)
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def start(self, page="/en/"):
        """Seconds from the start of the process to the first whole page."""
        self.process = proc.spawn(serving(self.data, self.port), os.path.join(FOLDER, "serve.log"))
        seconds = proc.wait_200(self.base, page, 60, alive=lambda: self.process.poll() is None)
        if seconds is None:
            raise SystemExit("it did not start: see %s" % os.path.join(FOLDER, "serve.log"))
        return seconds

    def stop(self):
        proc.stop(self.process)

    @property
    def lead(self):
        return self.seeded["lead"]

    def call(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + self.seeded["token"]} | {k.replace("_", "-"): v for k, v in headers.items()}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status >= 400:
            raise RuntimeError("%s %s answered %d %s" % (method, path, answer.status, text[:300]))
        return text


def lead_form():
    with open(os.path.join(FOLDER, "corpus", "stories.jsonl"), encoding="utf-8") as stories:
        form = json.loads(stories.readlines()[-1])["form"]
    form["picture"]["id"] = 1
    return form
