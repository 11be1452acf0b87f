package uk.jointdesk.incident.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/**
 * Refuses a parameter that a question does not have. Passed over in silence, a misspelt filter answers another question
 * than the one that was asked, with a list that looks right.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD");

    /** Every list may be asked for in pages, also one that is always whole. */
    private static final Set<String> OF_LISTS = Set.of("limit", "cursor");

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        Set<String> asked = context.getUriInfo().getQueryParameters().keySet();
        if (asked.isEmpty() || !QUESTIONS.contains(context.getMethod()) || resource.getResourceMethod() == null) {
            return;
        }
        Set<String> taken = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        FieldError[] errors = asked.stream()
                .filter(name -> !taken.contains(name))
                .sorted()
                .map(name -> FieldError.query(name, "is not known; there is " + String.join(", ", taken)))
                .toArray(FieldError[]::new);
        if (errors.length > 0) {
            throw Refusal.malformed("parameter-unknown", "A parameter is not known here.", errors);
        }
    }

    private static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>(OF_LISTS);
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields()).forEach(field -> add(names, field));
            }
        }
        return Collections.unmodifiableSet(names);
    }

    private static void add(Set<String> names, AnnotatedElement place) {
        QueryParam named = place.getAnnotation(QueryParam.class);
        if (named != null) {
            names.add(named.value());
        }
    }
}
