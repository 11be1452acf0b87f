package uk.jointdesk.kpi.measurement.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import uk.jointdesk.kit.problem.Problems;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.measurement.domain.OutOfPlace;

/** A measurement without a place in what stands is a 409. */
@Provider
public class OutOfPlaceMapper implements ExceptionMapper<OutOfPlace> {

    private final Problems problems;

    public OutOfPlaceMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(OutOfPlace outOfPlace) {
        return problems.answer(Refusal.conflict(outOfPlace.code(), outOfPlace.getMessage()));
    }
}
