package uk.jointdesk.finance.intake.domain;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.jointdesk.finance.money.domain.Money;

/**
 * How an extract writes pounds. At most two decimals are read: a third would have to be rounded away.
 *
 * @param thousands whether commas may stand between groups of three digits
 * @param poundSign whether a pound sign may stand before the digits
 * @param negatives how amounts below zero may be written
 */
public record AmountFormat(boolean thousands, boolean poundSign, Set<Negative> negatives) {
    public static final AmountFormat ANY = new AmountFormat(true, true, Set.of(Negative.values()));

    private static final int MOST_DIGITS = 13;
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<open>\\()?(?<minus>-)?(?<pound>£)?(?<minusAfter>-)?(?<digits>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)"
                    + "(?<decimals>\\.[0-9]{1,2})?(?<trailing>-)?(?<close>\\))?");

    public AmountFormat {
        negatives = Set.copyOf(negatives);
    }

    /** @throws RowRefused {@code amount-malformed} */
    public Money read(String written, String pointer) throws RowRefused {
        Matcher parts = WRITTEN.matcher(written.replace("\u00a0", "").replace(" ", ""));
        if (!parts.matches() || !allowed(parts)) {
            throw new RowRefused("amount-malformed", "is not an amount as the profile writes it", pointer);
        }
        String digits = parts.group("digits").replace(",", "");
        if (digits.length() > MOST_DIGITS) {
            throw new RowRefused("amount-malformed", "has more than " + MOST_DIGITS + " digits", pointer);
        }
        String decimals = parts.group("decimals") == null ? "" : parts.group("decimals");
        Money amount = Money.ofPence(
                new BigDecimal(digits + decimals).movePointRight(2).longValueExact());
        return sign(parts) == null ? amount : amount.negated();
    }

    private boolean allowed(Matcher parts) {
        boolean bracketsMatch = (parts.group("open") == null) == (parts.group("close") == null);
        boolean signed = sign(parts) == null || negatives.contains(sign(parts));
        boolean grouped = thousands || !parts.group("digits").contains(",");
        return bracketsMatch && signs(parts) <= 1 && signed && grouped && (poundSign || parts.group("pound") == null);
    }

    private static int signs(Matcher parts) {
        int signs = 0;
        for (String place : new String[] {"open", "minus", "minusAfter", "trailing"}) {
            signs += parts.group(place) == null ? 0 : 1;
        }
        return signs;
    }

    private static Negative sign(Matcher parts) {
        if (parts.group("open") != null) {
            return Negative.BRACKETS;
        }
        if (parts.group("trailing") != null) {
            return Negative.TRAILING_MINUS;
        }
        return parts.group("minus") != null || parts.group("minusAfter") != null ? Negative.MINUS : null;
    }
}
