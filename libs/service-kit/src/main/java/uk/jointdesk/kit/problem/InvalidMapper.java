package uk.jointdesk.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;

/** Fields that are readable and break a declared constraint; of very many the first are named, as the gateway does. */
@Provider
public class InvalidMapper implements ExceptionMapper<ConstraintViolationException> {

    private static final int MOST_ERRORS = 20;

    private final Problems problems;

    public InvalidMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(InvalidMapper::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .limit(MOST_ERRORS)
                .toList();
        return problems.answer(422, "body-invalid", "Some fields break a rule.", errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                // The elements of a list have a place and no name of their own.
                if (node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(node.getName());
                }
            }
        }
        return new FieldError(pointer.toString(), violation.getMessage());
    }
}
