package uk.jointdesk.local.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes tickets as the suite's canonical NDJSON, one event a line, references counted in order of logging. */
public final class Ndjson {

    private final String source;

    public Ndjson(String source) {
        this.source = source;
    }

    public void write(List<DemoTicket> tickets, OutputStream out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (JsonGenerator json = new JsonFactory(mapper).createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (int i = 0; i < tickets.size(); i++) {
                write(json, "IN%07d".formatted(i + 1), tickets.get(i));
            }
            json.writeRaw('\n');
        }
    }

    private void write(JsonGenerator json, String reference, DemoTicket ticket) throws IOException {
        for (int i = 0; i < ticket.events().size(); i++) {
            DemoEvent event = ticket.events().get(i);
            json.writeStartObject();
            json.writeStringField("source", source);
            json.writeStringField("reference", reference);
            if (ticket.partner() != null) {
                json.writeStringField("partner", ticket.partner());
            }
            json.writeStringField("event", event.kind());
            json.writeStringField("at", event.at().toString());
            json.writeNumberField("sequence", i + 1);
            // Sorted, so that the same data is the same bytes on every Java.
            for (Map.Entry<String, Object> said : new TreeMap<>(event.details()).entrySet()) {
                json.writeObjectField(said.getKey(), said.getValue());
            }
            json.writeEndObject();
        }
    }
}
