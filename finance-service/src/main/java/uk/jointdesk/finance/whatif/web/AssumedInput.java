package uk.jointdesk.finance.whatif.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.web.FormulaInput;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.whatif.domain.Assumed;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;

/** Reads what is assumed, and refuses assumptions from whose answer a council could work out another's weight. */
@ApplicationScoped
class AssumedInput {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,16}");

    private final FundingPartners register;
    private final Caller caller;

    AssumedInput(FundingPartners register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    Assumed read(WhatIfRequest request, Map<String, SchemeRecord> kept) {
        Set<String> known = known(request);
        checkMembers(request.membersOrNone(), known);
        return new Assumed(
                schemes(request, kept, known),
                driverValues(request, known),
                request.membersOrNone().stream()
                        .map(WhatIfRequest.MemberInput::membership)
                        .toList());
    }

    private Set<String> known(WhatIfRequest request) {
        Set<String> known = new HashSet<>(register.codes());
        request.membersOrNone().forEach(member -> known.add(member.partner()));
        return known;
    }

    private Map<String, Assumed.StandIn> schemes(
            WhatIfRequest request, Map<String, SchemeRecord> kept, Set<String> known) {
        Map<String, Assumed.StandIn> schemes = new TreeMap<>();
        Map<String, WhatIfRequest.StandInInput> asked = request.schemes() == null ? Map.of() : request.schemes();
        asked.forEach((code, input) -> {
            String pointer = "/schemes/" + FormulaInput.escaped(code);
            if (!kept.containsKey(code)) {
                throw new RuleBroken("scheme-unknown", pointer, "No scheme has this code.");
            }
            schemes.put(code, standIn(pointer, input, kept, known));
        });
        return schemes;
    }

    private static Assumed.StandIn standIn(
            String pointer, WhatIfRequest.StandInInput input, Map<String, SchemeRecord> kept, Set<String> known) {
        boolean named = input != null && input.scheme() != null;
        boolean given = input != null && input.method() != null && input.weights() != null;
        if (named == given) {
            throw new RuleBroken(
                    "stand-in-unclear", pointer, "Either the code of another scheme, or a method with its weights.");
        }
        if (named && !kept.containsKey(input.scheme())) {
            throw new RuleBroken("scheme-unknown", pointer + "/scheme", "No scheme has this code.");
        }
        return named
                ? new Assumed.StandIn(input.scheme(), null)
                : new Assumed.StandIn(null, formula(pointer, input, known));
    }

    /** What is wrong with the formula is pointed at within the stand-in. */
    private static Formula formula(String pointer, WhatIfRequest.StandInInput input, Set<String> known) {
        try {
            return FormulaInput.read(input.method(), input.weights(), input.drivers(), known);
        } catch (RuleBroken broken) {
            throw new RuleBroken(broken.code(), pointer + broken.pointer(), broken.getMessage());
        }
    }

    private static Map<String, SortedMap<String, Fraction>> driverValues(WhatIfRequest request, Set<String> known) {
        Map<String, SortedMap<String, Fraction>> values = new TreeMap<>();
        if (request.driverValues() != null) {
            request.driverValues()
                    .forEach((driver, byPartner) -> values.put(
                            driver,
                            FormulaInput.values("/driverValues/" + FormulaInput.escaped(driver), byPartner, known)));
        }
        return values;
    }

    private void checkMembers(List<WhatIfRequest.MemberInput> members, Set<String> known) {
        for (int i = 0; i < members.size(); i++) {
            WhatIfRequest.MemberInput member = members.get(i);
            checkPartner(member, "/members/" + i);
            checkDates(member, "/members/" + i, known);
        }
    }

    private void checkPartner(WhatIfRequest.MemberInput member, String pointer) {
        PartnerScope scope = caller.scope();
        if (!CODE.matcher(member.partner()).matches() || member.partner().equals(Formula.UNATTRIBUTED)) {
            throw new RuleBroken("partner-malformed", pointer + "/partner", "A partner code has 2 to 16 characters.");
        }
        if (!scope.all() && !scope.covers(member.partner())) {
            throw new RuleBroken(
                    "member-not-yours",
                    pointer + "/partner",
                    "Your share without another partner would tell what that partner weighs.");
        }
    }

    private static void checkDates(WhatIfRequest.MemberInput member, String pointer, Set<String> known) {
        if (member.parent() != null && !known.contains(member.parent())) {
            throw new RuleBroken("partner-unknown", pointer + "/parent", "No funding partner has this code.");
        }
        if (member.memberFrom() != null
                && member.memberTo() != null
                && member.memberTo().isBefore(member.memberFrom())) {
            throw new RuleBroken("dates-reversed", pointer + "/memberTo", "The last day is before the first.");
        }
    }
}
