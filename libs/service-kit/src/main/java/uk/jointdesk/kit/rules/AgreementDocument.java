package uk.jointdesk.kit.rules;

import java.util.List;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.agreement.Agreement;

/** What partners have agreed, with all its dated versions. */
public record AgreementDocument(String code, String title, List<AgreementVersionDocument> versions) {

    public static AgreementDocument of(Agreement agreement, String title) {
        return new AgreementDocument(
                agreement.code(),
                title,
                agreement.versions().stream().map(AgreementVersionDocument::of).toList());
    }

    /**
     * What it means.
     *
     * @throws Refusal 422 if it cannot be meant as written
     */
    public Agreement toAgreement() {
        try {
            return new Agreement(
                    code,
                    versions.stream().map(version -> version.toVersion(code)).toList());
        } catch (IllegalArgumentException refused) {
            throw Refusal.refused(
                    "agreement-refused", refused.getMessage(), new FieldError("/versions", refused.getMessage()));
        } catch (NullPointerException missing) {
            throw Refusal.refused(
                    "agreement-incomplete",
                    "An agreement has versions, each with validFrom and targets, each with a target and a percent.",
                    new FieldError("/versions", "something is missing"));
        }
    }
}
