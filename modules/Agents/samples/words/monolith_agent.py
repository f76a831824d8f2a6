"""Serves agents to a Monolith host over standard input and output. See modules/Agents/protocol.md.

An agent is a function that takes a Context and returns a dict: outputs, metrics, artifacts, or error.
"""

import json
import os
import sys
import threading
import traceback

PROTOCOL = 1


class Cancelled(Exception):
    """The call was cancelled while it waited for the host."""


class Failure(Exception):
    """Ends the call as a failure that people can expect."""

    def __init__(self, code, message, retryable=False):
        super().__init__(message)
        self.error = {"code": code, "message": message, "retryable": retryable}


class Context:
    """One call. What the host sent is there as attributes: action, parameters, inputs, environment, secrets, attempt..."""

    def __init__(self, session, message):
        self._session, self._id = session, message["call"]
        self._waiting, self._last = {}, 0
        self.cancelled = threading.Event()
        self.__dict__.update({snake(name): value for name, value in message.items() if name not in ("type", "call", "workspace")})
        self._workspace = message["workspace"]

    @property
    def workspace(self):
        """The run's folder, made when it is first asked for."""
        os.makedirs(self._workspace, exist_ok=True)
        return self._workspace

    def log(self, line, level="info"):
        self._session.send({"type": "log", "call": self._id, "level": level, "line": str(line)})

    def run(self, *command, **options):
        """Has the host run a program in the workspace: {"exitCode", "standardOutput", "standardError", "durationMilliseconds"}."""
        return self._ask("run", program={"fileName": command[0], "arguments": list(command[1:]), **options})

    def ask(self, text, **options):
        """Asks a language model: {"text", "model", ...}."""
        return self._ask("ask", question={"messages": [{"role": "user", "text": text}], **options})

    def _ask(self, what, **members):
        with self._session.lock:
            self._last += 1
            number, answer = self._last, {}
            answer["done"] = threading.Event()
            self._waiting[number] = answer
        self._session.send({"type": "request", "call": self._id, "request": number, "do": what, **members})
        while not answer["done"].wait(0.2):
            if self.cancelled.is_set():
                self._session.send({"type": "abandon", "call": self._id, "request": number})
                raise Cancelled()
        if "error" in answer:
            raise Failure("TASK_EXECUTION_FAILED", answer["error"]["message"], answer["error"]["retryable"])
        return answer.get("value")

    def _reply(self, message):
        answer = self._waiting.pop(message["request"], None)
        if answer is not None:
            answer.update({key: message[key] for key in ("value", "error") if key in message})
            answer["done"].set()


class Session:
    def __init__(self, descriptor, execute):
        self.descriptor, self.execute = descriptor, execute
        self.calls, self.lock = {}, threading.Lock()
        # What a library prints must not get between the messages.
        self.output, sys.stdout = sys.stdout, sys.stderr

    def send(self, message):
        line = json.dumps(message, ensure_ascii=False)
        with self.lock:
            self.output.write(line + "\n")
            self.output.flush()

    def serve(self):
        for line in sys.stdin:
            message = json.loads(line)
            handle = getattr(self, "on_" + message["type"], None)
            if message["type"] == "bye":
                return
            if handle is not None:
                handle(message)

    def on_hello(self, message):
        self.send({"type": "ready", "protocol": PROTOCOL, "pings": True, "agents": [self.descriptor]})

    def on_ping(self, message):
        self.send({"type": "pong", "number": message["number"]})

    def on_call(self, message):
        context = self.calls[message["call"]] = Context(self, message)
        threading.Thread(target=self.work, args=(message["call"], context), daemon=True).start()

    def on_cancel(self, message):
        if message["call"] in self.calls:
            self.calls[message["call"]].cancelled.set()

    def on_reply(self, message):
        if message["call"] in self.calls:
            self.calls[message["call"]]._reply(message)

    def work(self, number, context):
        try:
            result = self.execute(context) or {}
        except Failure as failure:
            result = {"error": failure.error}
        except Exception as fault:
            result = {"exception": {"message": f"{type(fault).__name__}: {fault}", "details": traceback.format_exc()}}
        del self.calls[number]
        self.send({"type": "result", "call": number, **result})


def snake(name):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def serve(descriptor, execute):
    """Serves one agent until the host closes standard input."""
    Session(descriptor, execute).serve()
