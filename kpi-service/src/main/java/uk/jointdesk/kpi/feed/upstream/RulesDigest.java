package uk.jointdesk.kpi.feed.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.jointdesk.kit.rules.AgreementDocument;
import uk.jointdesk.kit.rules.CalendarDocument;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.domain.Partners;

/** A name for everything that judgements depend on beside the facts: the same for the same rules, on every replica. */
final class RulesDigest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RulesDigest() {}

    static String of(Partners partners, List<CalendarDocument> calendars, List<AgreementDocument> agreements) {
        Map<String, String> hours = new TreeMap<>();
        for (Partner partner : partners.members()) {
            hours.put(partner.code(), String.valueOf(partner.calendar()));
        }
        try {
            byte[] rules = JSON.writeValueAsBytes(List.of(hours, calendars, agreements));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rules));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
