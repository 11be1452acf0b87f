package uk.jointdesk.testkit;

/** Makes one case of a law out of a source of chance; the same draw gives the same case. */
@FunctionalInterface
public interface Generator<T> {
    T generate(Draw draw);
}
