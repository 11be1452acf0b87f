package uk.jointdesk.finance.party.domain;

import java.util.regex.Pattern;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * VAT registration numbers of the United Kingdom: GB with nine digits of which the last two check the others, twelve for
 * a branch, or GD and HA with three digits for government departments and health authorities.
 */
final class VatNumber {
    private static final Pattern TRADER = Pattern.compile("GB[0-9]{9}([0-9]{3})?");
    private static final Pattern DEPARTMENT = Pattern.compile("GB(GD[0-4]|HA[5-9])[0-9]{2}");
    private static final int CHECKED_DIGITS = 7;
    private static final int MODULUS = 97;
    /** Numbers given out since 2010 are out by this much. */
    private static final int SINCE_2010 = 55;

    private VatNumber() {}

    static void check(String number) {
        if (number != null && !isOne(number)) {
            throw new RuleBroken(
                    "vat-number-malformed", "/vatNumber", "A VAT number is GB and nine digits, the last two a check.");
        }
    }

    static boolean isOne(String number) {
        return DEPARTMENT.matcher(number).matches() || (TRADER.matcher(number).matches() && isChecked(number));
    }

    private static boolean isChecked(String number) {
        int sum = Integer.parseInt(number.substring(2 + CHECKED_DIGITS, 2 + CHECKED_DIGITS + 2));
        for (int place = 0; place < CHECKED_DIGITS; place++) {
            sum += (number.charAt(2 + place) - '0') * (CHECKED_DIGITS + 1 - place);
        }
        return sum % MODULUS == 0 || (sum + SINCE_2010) % MODULUS == 0;
    }
}
