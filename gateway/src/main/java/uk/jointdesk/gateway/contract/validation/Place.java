package uk.jointdesk.gateway.contract.validation;

/**
 * A place in an OpenAPI document.
 *
 * @param pointer JSON pointer
 */
record Place(String pointer) {

    static Place of(String path, String method) {
        return new Place("/paths").then(path).then(method);
    }

    Place then(String name) {
        return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    Place then(int index) {
        return new Place(pointer + "/" + index);
    }
}
