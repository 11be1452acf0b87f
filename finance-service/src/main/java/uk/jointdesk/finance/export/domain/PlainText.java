package uk.jointdesk.finance.export.domain;

import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** A writing of the ledger that a program for plain-text accounting reads. One of them writes one file. */
public interface PlainText {

    String header(FinancialYear year);

    /** One journal, ended by an empty line. */
    String journal(Posted posted);
}
