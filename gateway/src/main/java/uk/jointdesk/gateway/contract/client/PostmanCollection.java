package uk.jointdesk.gateway.contract.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calls of a contract as a Postman collection, format 2.1, which Bruno, Insomnia and Hoppscotch read as well. */
public final class PostmanCollection {

    private static final String FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private PostmanCollection() {}

    public static ObjectNode of(String title, String server, List<Call> calls) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection
                .putObject("info")
                .put("name", title)
                .put("description", "Generated from the contract; put an access token into the variable token.")
                .put("schema", FORMAT);
        ObjectNode auth = collection.putObject("auth").put("type", "bearer");
        auth.putArray("bearer")
                .addObject()
                .put("key", "token")
                .put("value", "{{token}}")
                .put("type", "string");
        Map<String, ArrayNode> chapters = new TreeMap<>();
        for (Call call : calls) {
            chapters.computeIfAbsent(call.chapter(), any -> JsonNodeFactory.instance.arrayNode())
                    .add(item(call));
        }
        ArrayNode folders = collection.putArray("item");
        chapters.forEach(
                (chapter, items) -> folders.addObject().put("name", chapter).set("item", items));
        ArrayNode variables = collection.putArray("variable");
        variables.addObject().put("key", "server").put("value", server);
        variables.addObject().put("key", "token").put("value", "");
        return collection;
    }

    private static ObjectNode item(Call call) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("name", call.title());
        ObjectNode request = item.putObject("request").put("method", call.method());
        ArrayNode headers = request.putArray("header");
        call.headers()
                .forEach((key, value) -> headers.addObject().put("key", key).put("value", value));
        url(request.putObject("url"), call);
        if (call.body() != null) {
            ObjectNode body = request.putObject("body").put("mode", "raw").put("raw", call.body());
            body.putObject("options").putObject("raw").put("language", "json");
        }
        call.file().ifPresent(file -> request.putObject("body")
                .put("mode", "file")
                .putObject("file")
                .put("src", file));
        return item;
    }

    /** Postman writes a variable of a path with a colon. */
    private static void url(ObjectNode url, Call call) {
        String path = call.path().replaceAll("\\{([^}]+)}", ":$1");
        StringBuilder raw = new StringBuilder("{{server}}").append(path);
        call.query().forEach((name, value) -> raw.append(raw.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        url.put("raw", raw.toString());
        url.putArray("host").add("{{server}}");
        ArrayNode segments = url.putArray("path");
        for (String segment : path.substring(1).split("/", -1)) {
            segments.add(segment);
        }
        ArrayNode query = url.putArray("query");
        call.query().forEach((key, value) -> query.addObject().put("key", key).put("value", value));
        ArrayNode variables = url.putArray("variable");
        call.variables()
                .forEach((key, value) -> variables.addObject().put("key", key).put("value", value));
    }
}
