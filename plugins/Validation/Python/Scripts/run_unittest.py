"""Runs the tests of the standard library's unittest and writes the results as JUnit into the file that it is given."""
import os
import sys
import unittest
import xml.etree.ElementTree as tree

sys.path[0] = os.getcwd()


class Recorder(unittest.TextTestResult):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.cases = []

    def record(self, test, outcome=None, text=""):
        self.cases.append((test, outcome, text))

    def addSuccess(self, test):
        super().addSuccess(test)
        if not any(case is test for case, _, _ in self.cases):
            self.record(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.record(test, "failure", self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.record(test, "error", self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.record(test, "skipped", reason)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.record(test)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.record(test, "failure", "It was expected to fail and did not.")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failures = self.failures if issubclass(err[0], test.failureException) else self.errors
            self.record(subtest, "failure", failures[-1][1])


def write(result, path):
    root = tree.Element("testsuites")
    suite = tree.SubElement(root, "testsuite", name="unittest")
    for test, outcome, text in result.cases:
        case = tree.SubElement(suite, "testcase", classname="", name=test.id())
        if outcome:
            last = text.strip().splitlines()[-1] if text.strip() else ""
            tree.SubElement(case, outcome, message=last).text = "".join(c for c in text if c >= " " or c in "\n\t")
    tree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def tests():
    suite = unittest.defaultTestLoader.discover(".")
    for folder in ("tests", "test"):
        # Without an __init__.py the folder is no package, and is not found from outside.
        if os.path.isdir(folder) and not os.path.exists(os.path.join(folder, "__init__.py")):
            suite.addTests(unittest.defaultTestLoader.discover(folder, top_level_dir=folder))
    return suite


if __name__ == "__main__":
    ended = unittest.TextTestRunner(verbosity=2, resultclass=Recorder).run(tests())
    write(ended, sys.argv[1])
    sys.exit(0 if ended.wasSuccessful() else 1)
