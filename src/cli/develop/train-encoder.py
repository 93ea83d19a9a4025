"""
Trains the sentence encoder further on the content's own texts, and writes how it differs from the npm package's.
`npm run train:encoder` calls it: python3 train-encoder.py MODEL_FOLDER LESSONS_JSON RESULT_FILE

Each task is a classification: a softmax over the task's classes, on the text's vector. Only the layers learn. The word
embeddings stay as they are, so words that our texts never use keep their meaning.
"""

import json
import math
import random
import struct
import sys
import unicodedata
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SEED = 1
EPOCHS = 3
BATCH = 64
RATE = 1.2e-4
HEAD_RATE = 1e-3
DROPOUT = 0.1
SMOOTHING = 0.1
PROBE_EPOCHS = 20
# A longer text teaches nothing more and takes long.
MOST_TOKENS = 64
HEAD_SCALE = 10
# The number of columns that hold the change of a matrix.
RANK = 32
WIDTH = 384
LAYERS = 6
HEADS = 12
NORM = 1e-12
# Multiplies 16-bit numbers. That is several times as fast on processors that support it, and precise enough to learn.
FAST = torch.autocast("cpu", torch.bfloat16)


def read_weights(file):
    raw = file.read_bytes()
    data = 8 + struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:data])
    weights = {}
    for name, tensor in header.items():
        if tensor.get("dtype") != "F16":
            continue
        start, end = tensor["data_offsets"]
        numbers = np.frombuffer(raw[data + start : data + end], np.float16)
        weights[name] = torch.from_numpy(numbers.reshape(tensor["shape"]).astype(np.float32))
    return weights


def write_weights(file, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        numbers = tensor.numpy().astype(np.float16).tobytes()
        offsets = [len(data), len(data) + len(numbers)]
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": offsets}
        data += numbers
    text = json.dumps(header).encode()
    file.write_bytes(struct.pack("<Q", len(text)) + text + data)


class Tokenizer:
    """WordPiece, as tokenizer.json describes it."""

    def __init__(self, file):
        self.vocabulary = json.loads(file.read_text())["model"]["vocab"]

    def __call__(self, text, most=MOST_TOKENS):
        pieces = [piece for word in split_words(text) for piece in self.split(word)]
        return [self.vocabulary["[CLS]"], *pieces[: most - 2], self.vocabulary["[SEP]"]]

    def split(self, word):
        pieces, start = [], 0
        while start < len(word):
            prefix = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if prefix + word[start:end] in self.vocabulary), None)
            if end is None:
                return [self.vocabulary["[UNK]"]]
            pieces.append(self.vocabulary[prefix + word[start:end]])
            start = end
        return pieces


def split_words(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return "".join(f" {c} " if stands_alone(c) else c for c in plain.lower()).split()


def stands_alone(character):
    is_symbol = character.isascii() and character.isprintable() and not (character.isalnum() or character == " ")
    return is_symbol or unicodedata.category(character).startswith("P") or "\u4e00" <= character <= "\u9fff"


class Encoder(nn.Module):
    """BERT with mean pooling, like the engine that runs it in the bot."""

    def __init__(self, weights):
        super().__init__()
        self.fixed = {name: tensor for name, tensor in weights.items() if name.startswith("embeddings.")}
        layers = {name: tensor for name, tensor in weights.items() if name.startswith("encoder.")}
        self.layers = nn.ParameterDict({to_key(name): nn.Parameter(tensor.clone()) for name, tensor in layers.items()})

    def forward(self, tokens, mask):
        size, length = tokens.shape
        words = F.embedding(tokens, self.fixed["embeddings.word_embeddings.weight"])
        places = self.fixed["embeddings.position_embeddings.weight"][:length]
        kinds = self.fixed["embeddings.token_type_embeddings.weight"][0]
        norm = [self.fixed[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")]
        hidden = self.drop(F.layer_norm(words + places + kinds, (WIDTH,), *norm, NORM))
        hide = (1 - mask)[:, None, None, :] * -1e9
        for layer in range(LAYERS):
            hidden = self.run_layer(f"encoder.layer.{layer}.", hidden, hide, size, length)
        middle = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return F.normalize(middle, dim=-1)

    def run_layer(self, layer, hidden, hide, size, length):
        def get(name):
            return [self.layers[to_key(f"{layer}{name}.{part}")] for part in ("weight", "bias")]

        def split(name):
            return F.linear(hidden, *get(f"attention.self.{name}")).view(size, length, HEADS, -1).transpose(1, 2)

        def add(name, change, before):
            return F.layer_norm(self.drop(change) + before, (WIDTH,), *get(f"{name}.LayerNorm"), NORM)

        query, key, value = split("query"), split("key"), split("value")
        share = F.softmax(query @ key.transpose(-1, -2) / math.sqrt(WIDTH / HEADS) + hide, -1)
        seen = (self.drop(share) @ value).transpose(1, 2).reshape(size, length, WIDTH)
        hidden = add("attention.output", F.linear(seen, *get("attention.output.dense")), hidden)
        inner = F.gelu(F.linear(hidden, *get("intermediate.dense")))
        return add("output", F.linear(inner, *get("output.dense")), hidden)

    def drop(self, values):
        return F.dropout(values, DROPOUT, self.training)


def to_key(name):
    """A parameter's name must not contain dots."""
    return name.replace(".", "/")


def pad(texts):
    tokens = torch.zeros(len(texts), max(map(len, texts)), dtype=torch.long)
    mask = torch.zeros(tokens.shape)
    for row, text in enumerate(texts):
        tokens[row, : len(text)] = torch.tensor(text)
        mask[row, : len(text)] = 1
    return tokens, mask


def encode(encoder, texts):
    encoder.eval()
    vectors = torch.zeros(len(texts), WIDTH)
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = encoder(*pad([texts[index] for index in batch]))
    return vectors


class Heads(nn.Module):
    """A softmax for each task."""

    def __init__(self, classes):
        super().__init__()
        self.heads = nn.ModuleList(nn.Linear(WIDTH, count) for count in classes)
        for head in self.heads:
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)

    def forward(self, vectors, tasks, labels):
        losses = [
            F.cross_entropy(
                head(vectors[tasks == task] * HEAD_SCALE),
                labels[tasks == task],
                label_smoothing=SMOOTHING,
                reduction="sum",
            )
            for task, head in enumerate(self.heads)
            if (tasks == task).any()
        ]
        return sum(losses) / len(labels)


def read_lessons(tokenizer, tasks):
    texts, task_of, labels, classes = [], [], [], []
    for task, lessons in enumerate(tasks):
        names = sorted({name for _, name in lessons})
        classes.append(len(names))
        for text, name in lessons:
            texts.append(tokenizer(text))
            task_of.append(task)
            labels.append(names.index(name))
    return texts, torch.tensor(task_of), torch.tensor(labels), classes


def train_heads(heads, vectors, tasks, labels):
    """Trains the heads alone first, so that the layers don't learn from a random head."""
    optimizer = torch.optim.Adam(heads.parameters(), lr=0.02, weight_decay=1e-5)
    for _ in range(PROBE_EPOCHS):
        for batch in torch.randperm(len(labels)).split(256):
            loss = heads(vectors[batch], tasks[batch], labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()


def list_batches(texts):
    """Texts of about the same length share a batch, so that little of it is padding."""
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]) + random.random() * 6)
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    random.shuffle(batches)
    return batches


def train(encoder, heads, texts, tasks, labels):
    groups = [{"params": encoder.parameters(), "lr": RATE}, {"params": heads.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * math.ceil(len(texts) / BATCH)
    warm = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / warm if step < warm else (steps - step) / (steps - warm)
    )
    for epoch in range(EPOCHS):
        encoder.train()
        losses = []
        for batch in list_batches(texts):
            with FAST:
                vectors = encoder(*pad([texts[index] for index in batch]))
            loss = heads(vectors, tasks[batch], labels[batch])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {np.mean(losses):.3f}", flush=True)


def find_difference(before, encoder):
    """Writes matrices as `before + up x down`, and short tensors as they are."""
    tensors = {}
    for key, parameter in encoder.layers.items():
        name, after = key.replace("/", "."), parameter.detach()
        if after.ndim == 1:
            tensors[name] = after
            continue
        left, sizes, right = torch.linalg.svd(after - before[name], full_matrices=False)
        root = sizes[:RANK].sqrt()
        tensors[f"{name}.up"], tensors[f"{name}.down"] = left[:, :RANK] * root, root[:, None] * right[:RANK]
    return tensors


def add_difference(before, tensors):
    def half(tensor):
        return tensor.half().float()

    after = {}
    for name, tensor in before.items():
        if f"{name}.up" in tensors:
            after[name] = half(tensor + half(tensors[f"{name}.up"]) @ half(tensors[f"{name}.down"]))
        else:
            after[name] = half(tensors.get(name, tensor))
    return after


def main(model, lessons, result):
    torch.manual_seed(SEED)
    random.seed(SEED)
    asked = json.loads(Path(lessons).read_text())
    tokenizer = Tokenizer(Path(model) / "tokenizer.json")
    weights = read_weights(Path(model) / "model.fp16.safetensors")
    encoder = Encoder(weights)

    checks = encode(encoder, [tokenizer(text) for text in asked["checks"]])
    likeness = (checks * torch.tensor(asked["vectors"])).sum(1).min().item()
    if likeness < 0.9999:
        sys.exit(f"This script and the engine give different vectors (cosine {likeness:.4f}).")

    texts, tasks, labels, classes = read_lessons(tokenizer, asked["tasks"])
    print(f"{len(texts)} texts of {len(classes)} tasks with {classes} classes", flush=True)
    heads = Heads(classes)
    with FAST:
        vectors = encode(encoder, texts)
    train_heads(heads, vectors, tasks, labels)
    train(encoder, heads, texts, tasks, labels)

    tensors = find_difference(weights, encoder)
    tuned = encode(Encoder(add_difference(weights, tensors)), [tokenizer(text) for text in asked["checks"]])
    rounded = [[round(number, 4) for number in vector] for vector in tuned.tolist()]
    write_weights(Path(result), tensors, {"checks": json.dumps(asked["checks"]), "vectors": json.dumps(rounded)})


main(*sys.argv[1:])
