package uk.jointdesk.incident.majorincident.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;
import uk.jointdesk.incident.majorincident.domain.Cause;
import uk.jointdesk.incident.majorincident.domain.CauseClass;
import uk.jointdesk.incident.majorincident.domain.Crew;
import uk.jointdesk.incident.majorincident.domain.Criterion;
import uk.jointdesk.incident.majorincident.domain.LinkRole;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.incident.majorincident.domain.Review;
import uk.jointdesk.incident.majorincident.store.MajorIncidents.Link;

/** A major incident to be declared. */
public record NewMajorIncident(
        @NotBlank @Size(max = 500) String title,
        @Size(max = 20_000) String description,

        @Schema(description = "P1 or P2") @NotBlank @Pattern(regexp = "P[12]", message = "is P1 or P2")
        String priority,

        @Schema(description = "The triage criterion that it meets, if it was a candidate")
        Criterion criterion,

        @Schema(description = "Partner codes; those of the tickets are affected in any case") @Size(max = 100)
        List<@NotBlank String> affectedPartners,

        @Schema(description = "What does not work, as people call it") @Size(max = 100)
        List<@NotBlank @Size(max = 200) String> affectedServices,

        @Schema(description = "Opaque id of who leads it") @Size(max = 100)
        String incidentManager,

        @Size(max = 100) String communicationsLead,
        @Size(max = 100) String technicalLead,
        CauseClass causeClass,
        @Size(max = 2_000) String cause,

        @Schema(description = "The problem it repeats", examples = "PRB-0001") @Size(max = 40)
        String problem,

        @Schema(description = "The ticket that stands for it") @Size(max = 100)
        String parentTicket,

        @Schema(description = "The tickets that came of it") @Size(max = 500)
        List<@NotBlank String> tickets,

        @Schema(description = "Who is told how often; the councils hourly unless said otherwise") @Size(max = 4)
        List<@Valid UpdateEvery> updates) {

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        if (parentTicket != null) {
            links.add(new Link(parentTicket, LinkRole.PARENT, "/parentTicket"));
        }
        for (int place = 0; tickets != null && place < tickets.size(); place++) {
            if (!tickets.get(place).equals(parentTicket)) {
                links.add(new Link(tickets.get(place), LinkRole.CHILD, "/tickets/" + place));
            }
        }
        return links;
    }

    /**
     * @param partners those named, checked
     * @param usual what is promised when nothing is said
     */
    MajorIncident toMajorIncident(List<String> partners, List<Promise> usual, Instant now, String client) {
        return new MajorIncident(
                null,
                title,
                description,
                MajorStatus.DECLARED,
                priority,
                criterion,
                new Cause(causeClass, cause),
                partners,
                affectedServices == null ? List.of() : affectedServices,
                new Crew(incidentManager, communicationsLead, technicalLead),
                problem,
                updates == null
                        ? usual
                        : updates.stream().map(UpdateEvery::promise).toList(),
                now,
                client,
                null,
                Review.NONE,
                null,
                1);
    }
}
