"""The parts of a run over a corpus: the batch function, the plan of the inputs, the parts written, the engines."""
