package uk.jointdesk.finance.party.domain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * Where a council is. What was written down before addresses were kept has nothing but a country.
 *
 * @param street null only where nothing but the country is known, as city and postcode
 * @param district a second line, or null
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(String street, String district, String city, String postcode, String country) {
    private static final String UNITED_KINGDOM = "GB";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** As Royal Mail writes them; the last two letters are never among C I K M O V. */
    private static final Pattern POSTCODE =
            Pattern.compile("[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])"
                    + " [0-9][ABD-HJLNP-UW-Z]{2}");

    void check() {
        if (!COUNTRIES.contains(country)) {
            throw new RuleBroken("country-unknown", "/address/country", "A country is two letters, as GB.");
        }
        if (country.equals(UNITED_KINGDOM) && !POSTCODE.matcher(postcode).matches()) {
            throw new RuleBroken(
                    "postcode-malformed", "/address/postcode", "A postcode is written in capitals, as HA9 0FJ.");
        }
    }

    /** As it stands on a letter; the country where it is another. */
    public List<String> lines() {
        return Stream.of(street, district, city, postcode, country.equals(UNITED_KINGDOM) ? null : country)
                .filter(Objects::nonNull)
                .toList();
    }
}
