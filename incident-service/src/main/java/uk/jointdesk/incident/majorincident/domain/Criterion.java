package uk.jointdesk.incident.majorincident.domain;

/**
 * Why something may be a major incident: the triage criteria of the Shared ICT Services board pack, February 2019
 * ("Major Incident - Triage Criteria").
 */
public enum Criterion {
    /** "Incident causes the unavailability of or significant degradation to IT services used by multiple councils." */
    SEVERAL_COUNCILS,
    /** "Multiple P1 incident are reported - which may or may not be linked." */
    SEVERAL_P1,
    /** "A P1 has reached 75% of its SLA and has been escalated by the Incident Manager." */
    P1_NEAR_TARGET
}
