namespace Monolith.Plugins.Tests.E2e;

internal static class Scenarios
{
    public const string EveryStep = """
        name: Notes
        variables:
          what: Tea
          user: Ada
        scenarios:
          - name: A note is added
            tags: [smoke, notes]
            steps:
              - page: Notes
              - open: /
              - expect: { title: Notes }
              - expect: { role: heading, name: Notes, exact: true }
              - fill: { label: Note, value: "${what}" }
              - expect: { placeholder: "What is it?", value: "${what}" }
              - select: { label: Size, option: Large }
              - check: { label: Urgent }
              - expect: { label: Urgent, checked: true }
              - uncheck: { label: Urgent }
              - expect: { label: Urgent, checked: false }
              - press: { label: Note, key: Enter }
              - waitFor: { testId: note }
              - expect: { testId: note, count: 1 }
              - expect: { css: "#notes li", nth: 1, hasText: "${what} (Large)" }
              - expect: { text: Nowhere, visible: false }
              - screenshot: Note added
          - name: The interface answers and signing in works
            tags: [smoke]
            steps:
              - request:
                  url: /api/status
                  headers: { X-Key: abc }
                  status: 200
                  contains: well
                  json: { status: well, "notes[0].text": Tea, "notes[0].done": "true", key: abc }
              - page: Sign in
              - open: /login
              - fill: { label: User, value: "${user}" }
              - click: { role: button, name: Sign in }
              - expect: { url: /login }
              - expect: { role: button, visible: false }
              - expect: { role: heading, name: "Welcome ${user}" }
          - name: Not chosen
            tags: [slow]
            steps: [{ open: / }]
          - name: Not ready
            tags: [smoke]
            skip: Waits for the new page.
            steps: [{ open: /new }]
        """;

    public const string FailingAndFlaky = """
        scenarios:
          - name: Shows <never>
            steps:
              - open: /
              - expect: { text: "<never>" }
          - name: Ready at the second look
            steps:
              - open: /flaky
              - expect: { role: heading, name: Ready }
        """;

    public const string WithSecret = """
        scenarios:
          - name: Signing in
            steps:
              - open: /login
              - fill: { label: User, value: Ada }
              - fill: { label: Password, value: "${secrets.password}" }
              - screenshot: filled
              - request: { method: POST, url: /login, headers: { Content-Type: application/x-www-form-urlencoded, X-Key: "${secrets.password}" }, body: "user=x&password=${secrets.password}" }
              - request: { method: GET, url: /api/status, headers: { X-Key: "${secrets.password}" } }
              - click: { role: button, name: Sign in }
              - expect: { role: heading, name: Never }
        """;

    public const string Endless = """
        scenarios:
          - name: Waits
            steps:
              - open: /
              - expect: { text: Never }
        """;
}
