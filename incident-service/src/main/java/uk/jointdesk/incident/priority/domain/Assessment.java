package uk.jointdesk.incident.priority.domain;

/**
 * What a ticket's priority rests on, as it was judged at the time. A later change of the register changes nothing here.
 *
 * @param service the code of the service that is affected, or null
 * @param critical whether the service was critical for the ticket's partner then
 * @param assessed the priority by the matrix
 * @param given the priority a person gave instead, or null
 * @param overrideReason why, when one was given instead
 */
public record Assessment(
        Scope scope,
        String service,
        boolean critical,
        Effect effect,
        boolean workaround,
        String assessed,
        String given,
        String overrideReason) {

    public static Assessment of(Situation situation, String service, String assessed) {
        return new Assessment(
                situation.scope(),
                service,
                situation.critical(),
                situation.effect(),
                situation.workaround(),
                assessed,
                null,
                null);
    }

    public Assessment overridden(String priority, String reason) {
        return new Assessment(scope, service, critical, effect, workaround, assessed, priority, reason);
    }

    /** The priority that holds. */
    public String priority() {
        return given == null ? assessed : given;
    }

    /** All of it in one text that stays the same for ever. */
    public String text() {
        return String.join(
                "\u001f",
                scope.name(),
                String.valueOf(service),
                Boolean.toString(critical),
                effect.name(),
                Boolean.toString(workaround),
                assessed,
                String.valueOf(given),
                String.valueOf(overrideReason));
    }
}
