package uk.jointdesk.local;

/** Where a start reports what it is doing, one plain line at a time: it reads the same without a terminal. */
@FunctionalInterface
public interface Progress {

    void say(String line);
}
