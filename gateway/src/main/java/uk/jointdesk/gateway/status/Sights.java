package uk.jointdesk.gateway.status;

import io.vertx.core.Future;
import uk.jointdesk.gateway.status.domain.Finding;
import uk.jointdesk.gateway.status.domain.SuitePart;

/** Where a part can be seen from. */
interface Sights {

    /** Looks at the part once; what goes wrong is a finding too. */
    Future<Finding> of(SuitePart part);
}
