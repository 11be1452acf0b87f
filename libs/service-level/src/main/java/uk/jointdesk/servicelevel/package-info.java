/**
 * What the service level clock means, in plain Java: working calendars, targets, agreements, the life of a ticket and
 * the verdict on it.
 *
 * <p>Everything here is a pure function of facts (events), rules (agreement and calendar, both dated) and an instant.
 * Nothing reads the machine's clock, a file or a database, and the only thing it depends on is the Java platform. The
 * unit of time is the millisecond: finer digits of an instant are cut off before it is used.
 *
 * <p>Read in this order: {@code calendar} (when is the service open), {@code target} (how much service time may be
 * used), {@code agreement} (which target holds for which ticket), {@code event} and {@code life} (what happened), and
 * {@code clock} (the verdict and its explanation). {@code bulk} judges a million tickets at once, to the same result.
 */
package uk.jointdesk.servicelevel;
