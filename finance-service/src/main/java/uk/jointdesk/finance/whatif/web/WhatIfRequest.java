package uk.jointdesk.finance.whatif.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.money.web.ExactNumber;

/** What is assumed, and for which years. */
public record WhatIfRequest(
        @NotNull @Schema(description = "First financial year", examples = "2021-22")
        String from,

        @Schema(description = "Last financial year; the first alone unless told")
        String to,

        @Schema(description = "BUDGET unless told") Basis basis,

        @Schema(description = "Only on ACTUAL: the last period that counts, 1 to 13")
        Integer period,

        @Schema(description = "Whether each period is shown, too")
        Boolean byMonth,

        @Size(max = 50) @Schema(description = "By code of the scheme that another stands in for")
        Map<String, @Valid StandInInput> schemes,

        @Size(max = 50) @Schema(description = "By driver: the value of every partner, in place of all that are known")
        Map<String, Map<String, ExactNumber>> driverValues,

        @Size(max = 500) @Schema(description = "In place of the register's entries for the same partners")
        List<@NotNull @Valid MemberInput> members) {

    @Schema(name = "StandInScheme")
    public record StandInInput(
            @Schema(description = "Code of another scheme; without it, a method with its numbers")
            String scheme,

            Method method,
            @Size(max = 500) Map<String, ExactNumber> weights,
            @Size(max = 50) Map<String, Map<String, ExactNumber>> drivers) {}

    @Schema(name = "AssumedMember")
    public record MemberInput(
            @NotNull String partner,
            @Schema(description = "First day of membership") LocalDate memberFrom,

            @Schema(description = "Last day of membership, inclusive")
            LocalDate memberTo,

            @Schema(description = "The partner that pays for this sub-body")
            String parent) {
        Membership membership() {
            return new Membership(partner, parent, memberFrom, memberTo);
        }
    }

    Basis basisOrBudget() {
        return basis == null ? Basis.BUDGET : basis;
    }

    boolean isByMonth() {
        return Boolean.TRUE.equals(byMonth);
    }

    List<MemberInput> membersOrNone() {
        return members == null ? List.of() : members;
    }
}
