package uk.jointdesk.system.load.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.function.Supplier;

/**
 * What is asked again and again.
 *
 * @param name as the report writes it
 * @param path of the next request
 * @param body null if there is none
 */
record Question(String name, HttpMethod method, Supplier<String> path, Buffer body) {

    static Question get(String name, Supplier<String> path) {
        return new Question(name, HttpMethod.GET, path, null);
    }

    static Question post(String name, String path, String json) {
        return new Question(name, HttpMethod.POST, () -> path, Buffer.buffer(json));
    }
}
