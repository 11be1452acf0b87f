package uk.jointdesk.incident.intake.domain;

/**
 * A registered desk.
 *
 * @param code its name in the contract, as {@code hornbill-lbl}
 * @param client the OIDC client that may say it is this desk
 * @param partner whose tickets these are when a row does not say; null when the rows must
 */
public record IntakeSource(String code, String client, String partner) {}
