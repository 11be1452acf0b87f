package uk.jointdesk.gateway.quota.domain;

/** Where permits come from: the one place that all replicas share. It is asked ahead of need and answers later. */
public interface Lender {

    /** Hands out what is left of the window, up to what is wanted. */
    void lease(QuotaKey key, Window window, long limit, long wanted, Borrower borrower);

    /** Takes back permits that nobody has used; a replica that dies instead only makes fewer requests pass. */
    void giveBack(QuotaKey key, Window window, long permits);

    /** Who asked. Exactly one of the two is called, once, on any thread. */
    interface Borrower {

        void granted(Loan loan);

        /** The lender could not be reached; permits it may have given are lost, not used. */
        void failed(Throwable cause);
    }
}
