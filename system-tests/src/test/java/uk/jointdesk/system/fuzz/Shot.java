package uk.jointdesk.system.fuzz;

import java.util.Optional;
import java.util.concurrent.Callable;
import uk.jointdesk.system.suite.Api;

/** One wrong request, put by one client at one door. */
record Shot(Subject subject, Door door, Mutant mutant, String client, String base, Api api, Tally tally)
        implements Callable<Optional<String>> {

    @Override
    public Optional<String> call() {
        Request request = request();
        Heard heard = new Wire(base, Oracle.PATIENCE).ask(request);
        tally.note(door, subject.operation(), mutant, heard);
        Oracle oracle = new Oracle(door);
        oracle.complaints(mutant, heard).forEach(complaint -> tally.wrong(finding(request, heard, complaint)));
        if (oracle.isLenient(mutant, heard)) {
            tally.lenient(finding(request, heard, "was taken"));
        }
        return Optional.empty();
    }

    private Tally.Finding finding(Request request, Heard heard, String complaint) {
        return new Tally.Finding(door, subject.operation(), mutant, complaint, client, request.curl(base), heard);
    }

    private Request request() {
        Request request = mutant.request();
        if (mutant.category() == Category.TOKEN) {
            return request;
        }
        Request signed = request.with("Authorization", "Bearer " + api.token(client));
        return isMeant() ? current(signed) : signed;
    }

    /** What is this test's own may really be written to. */
    private boolean isMeant() {
        return subject.freedom() == Freedom.FREE
                && mutant.category() != Category.VERSION
                && !mutant.request().method().equals("DELETE")
                && mutant.request().header("If-Match").equals(Subject.NEVER);
    }

    private Request current(Request request) {
        return api.as(client)
                .direct(base + subject.base().path())
                .etag()
                .map(tag -> request.with("If-Match", tag))
                .orElse(request);
    }
}
