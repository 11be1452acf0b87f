package uk.jointdesk.finance.exit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import uk.jointdesk.finance.access.store.Transaction;
import uk.jointdesk.finance.bill.store.Bills;
import uk.jointdesk.finance.exit.domain.ExitItem;
import uk.jointdesk.finance.exit.domain.ExitStatement;
import uk.jointdesk.finance.exit.store.ExitStatements;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.receipt.domain.AccountStatement;
import uk.jointdesk.finance.receipt.store.Receipts;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Puts exit statements together, and makes them final. */
@ApplicationScoped
public class Exits {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final ExitStatements statements;
    private final Shares shares;
    private final FundingPartners register;
    private final Bills bills;
    private final Receipts receipts;
    private final Transaction transaction;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    public Exits(
            ExitStatements statements,
            Shares shares,
            FundingPartners register,
            Bills bills,
            Receipts receipts,
            Transaction transaction,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.statements = statements;
        this.shares = shares;
        this.register = register;
        this.bills = bills;
        this.receipts = receipts;
        this.transaction = transaction;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    ExitStatement draft(ExitInput input) {
        checkPartner(input);
        List<ExitItem> items = IntStream.range(0, input.items().size())
                .mapToObj(i -> shares.item(input, i))
                .toList();
        ExitStatement statement = new ExitStatement(
                UUID.randomUUID(),
                input.partner(),
                input.noticedOn(),
                input.leavingOn(),
                input.noticeMonths(),
                input.source(),
                Boolean.TRUE.equals(input.assumption()),
                items,
                clock.instant(),
                caller.client());
        statements.add(statement);
        return statement;
    }

    private void checkPartner(ExitInput input) {
        FundingPartner partner = register.find(input.partner())
                .filter(known -> known.parent() == null)
                .orElseThrow(() -> new RuleBroken(
                        "partner-unknown", "/partner", "No funding partner that is billed has this code."));
        if (input.leavingOn().isBefore(partner.memberFrom())) {
            throw new RuleBroken(
                    "dates-reversed", "/leavingOn", "It has been a member since " + partner.memberFrom() + ".");
        }
    }

    ExitView view(ExitStatement statement, ExitView.Status status) {
        AccountStatement account = AccountStatement.of(
                statement.partner(),
                asAt(statement),
                bills.ofPartner(statement.partner()),
                receipts.ofPartner(statement.partner()));
        LocalDate memberFrom = register.find(statement.partner()).orElseThrow().memberFrom();
        return ExitView.of(statement, status, memberFrom, account);
    }

    /** Bills that fall due before the partner leaves are part of the statement, also of one drawn up before. */
    private LocalDate asAt(ExitStatement statement) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        return today.isAfter(statement.leavingOn()) ? today : statement.leavingOn();
    }

    /** Freezes it, word for word. The register must say the same last day, from which contributions follow. */
    String finish(ExitStatement statement) {
        FundingPartner partner = register.find(statement.partner()).orElseThrow();
        if (!statement.leavingOn().equals(partner.memberTo())) {
            throw Refusal.conflict(
                    "membership-not-ended",
                    "The register does not end the membership on " + statement.leavingOn() + ": record that first.");
        }
        return transaction.of(() -> {
            String document = text(view(statement, ExitView.Status.FINAL));
            ExitStatements.Final finished =
                    new ExitStatements.Final(document, digest(document), clock.instant(), caller.client());
            if (!statements.finish(statement, finished)) {
                throw Refusal.conflict("exit-final", "The statement was made final before.");
            }
            return document;
        });
    }

    private String text(ExitView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
