package uk.jointdesk.system.load.board;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several clients that ask the same question again and again, each as soon as it has its answer. */
final class Crowd {

    private static final int WARM_UP = 20;

    private final Supplier<Client> clients;
    private final int calls;

    /** @param calls how many are counted, those of all clients together */
    Crowd(Supplier<Client> clients, int calls) {
        this.clients = clients;
        this.calls = calls;
    }

    Times asking(String path, int clientsAtOnce) {
        ExecutorService threads = Executors.newFixedThreadPool(clientsAtOnce);
        try {
            List<Future<List<Long>>> asked = new ArrayList<>();
            for (int i = 0; i < clientsAtOnce; i++) {
                asked.add(threads.submit(() -> one(path, calls / clientsAtOnce)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> one : asked) {
                all.addAll(one.get());
            }
            return Times.of(all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(path, e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> one(String path, int counted) {
        Client client = clients.get();
        for (int i = 0; i < WARM_UP; i++) {
            client.get(path);
        }
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < counted; i++) {
            nanos.add(client.get(path).nanos());
        }
        return nanos;
    }
}
