package uk.jointdesk.kpi.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import uk.jointdesk.kpi.credit.domain.OtherResults;
import uk.jointdesk.kpi.credit.domain.PointsComparison;
import uk.jointdesk.kpi.credit.domain.PointsLedger;
import uk.jointdesk.kpi.credit.domain.Scheme;
import uk.jointdesk.kpi.credit.domain.Suspension;
import uk.jointdesk.kpi.credit.store.SchemeStore;
import uk.jointdesk.kpi.credit.store.SuspensionStore;
import uk.jointdesk.kpi.register.AudienceRights;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.result.Results;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.whatif.domain.ServicePoints;

/** The service points and credits of every family that has a scheme, for who may read what is exempt. */
@ApplicationScoped
public class WhatIfPoints implements ServicePoints {

    private final KpiStore kpis;
    private final FamilyStore families;
    private final Results results;
    private final SchemeStore schemes;
    private final SuspensionStore suspensions;
    private final AudienceRights rights;

    public WhatIfPoints(
            KpiStore kpis,
            FamilyStore families,
            Results results,
            SchemeStore schemes,
            SuspensionStore suspensions,
            AudienceRights rights) {
        this.kpis = kpis;
        this.families = families;
        this.results = results;
        this.schemes = schemes;
        this.suspensions = suspensions;
        this.rights = rights;
    }

    @Override
    public Changes changes(Tried tried) {
        if (!rights.readable().contains(Audience.EXEMPT)) {
            return Changes.NONE;
        }
        List<PointsChange> points = new ArrayList<>();
        List<CreditChange> credits = new ArrayList<>();
        for (Family family : families.all(rights.readable())) {
            Changes changes = changes(family, tried);
            points.addAll(changes.points());
            credits.addAll(changes.credits());
        }
        return new Changes(points, credits);
    }

    private Changes changes(Family family, Tried tried) {
        List<Scheme> agreed = schemes.of(family.code());
        if (agreed.isEmpty()) {
            return Changes.NONE;
        }
        YearMonth first = YearMonth.from(tried.range().from());
        YearMonth last = YearMonth.from(tried.range().to());
        ReportPeriod reached = new ReportPeriod(first.minusMonths(1), last);
        List<KpiResult> now = results.of(kpis.ofFamily(family.code(), rights.readable()), reached, Set.of());
        List<Suspension> suspended = suspensions.of(family.code());
        Long pence = tried.monthlyPence().get(family.code());
        return new PointsComparison(
                        family.code(),
                        new PointsLedger(now, agreed, suspended),
                        new PointsLedger(new OtherResults(tried).of(now), agreed, suspended),
                        pence == null ? OptionalLong.empty() : OptionalLong.of(pence))
                .changes(new ReportPeriod(first, last).months());
    }
}
