package uk.jointdesk.finance.party.domain;

import java.util.Set;
import java.util.regex.Pattern;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * Where electronic invoices are sent.
 *
 * @param scheme what kind of identifier it is: a code of the Electronic Address Scheme list, 0088 for GS1
 */
public record ElectronicAddress(String scheme, String id) {
    private static final String LOCATION_NUMBER = "0088";
    private static final String VAT_NUMBER = "9932";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,50}");
    private static final Pattern THIRTEEN_DIGITS = Pattern.compile("[0-9]{13}");

    /** Code list EAS as the rules of Peppol BIS Billing 3.0 (2025.11, PEPPOL-EN16931-CL008) know it. */
    public static final Set<String> SCHEMES =
            Set.of(("0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158"
                            + " 0170 0177 0183 0184 0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201"
                            + " 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216 0217 0218 0221 0225"
                            + " 0230 0235 0240 0244 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926"
                            + " 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942"
                            + " 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953 9957 9959")
                    .split(" "));

    void check() {
        if (!SCHEMES.contains(scheme)) {
            throw new RuleBroken(
                    "endpoint-scheme-unknown", "/endpoint/scheme", "A code of Peppol's list, as 0088 for GS1.");
        }
        if (!isOfScheme()) {
            throw new RuleBroken(
                    "endpoint-malformed", "/endpoint/id", "The identifier has not the shape of its scheme.");
        }
    }

    private boolean isOfScheme() {
        return switch (scheme) {
            case LOCATION_NUMBER -> isLocationNumber();
            case VAT_NUMBER -> VatNumber.isOne(id);
            default -> VISIBLE.matcher(id).matches();
        };
    }

    /** Thirteen digits of which the last checks the others (GS1 General Specifications, 7.9; PEPPOL-COMMON-R040). */
    private boolean isLocationNumber() {
        if (!THIRTEEN_DIGITS.matcher(id).matches()) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < id.length(); place++) {
            sum += (id.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
